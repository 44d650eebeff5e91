import { isDraft, type Enclosure, type Item, type Party } from "./items.ts";

/** How this Outlook is set up. */
export interface Settings { language: string; user: Party; addinId: string; addinName: string; requirements: Record<string, string>; permission: "ReadItem" | "ReadWriteItem" | "ReadWriteMailbox"; house: string }

/** What the host numbers permissions with; not in order. */
const permissions = { ReadItem: 1, ReadWriteItem: 3, ReadWriteMailbox: 2 };

/** The add-in's surroundings. Each of these must be there, or the library does not start. */
export const appContext = ({ language, requirements, addinName }: Settings, { id, origin }: { id: string; origin: string }, roaming: Record<string, string>) => ({
  _id: id, _appName: 64, _appVersion: "16.01", _appMinorVersion: 0, _appUILocale: language, _dataLocale: language, _docUrl: `${location.origin}/`, _clientMode: 0,
  _settings: roaming, _reason: "documentOpened", _osfControlType: 1, _eToken: "", _correlationId: id, _appInstanceId: id, _requirementMatrix: JSON.stringify(requirements),
  _hostCustomMessage: null, _hostFullVersion: "20.0.0.1", _clientWindowHeight: innerHeight, _clientWindowWidth: innerWidth, _addinName: addinName, _appDomains: [origin],
  _featureGates: {}, _initialDisplayMode: 0, _wacHostEnvironment: "0", _isFromWacAutomation: false, _marketplaceType: 0,
});

/** What the library knows of the item without asking; also what a change of the selection carries. */
export function initialData({ user, addinId, permission, house }: Settings, item: Item | undefined) {
  const base = {
    itemType: 6, hostVersion: "20.0.0.1", owaView: "ThreeColumns", userDisplayName: user.name, userEmailAddress: user.address, userProfileType: "office365", userTimeZone: "W. Europe Standard Time",
    timeZoneOffsets: null, ewsUrl: "", restUrl: "", isRestIdSupported: false, openWindowOpen: false, permissionLevel: permissions[permission], extensionId: addinId, isRead: true,
    isFromSharedFolder: false, entities: {}, filteredEntities: {}, regExMatches: null, selectedEntities: {}, selectedRegExMatches: null,
  };
  if (!item) return base;
  if (isDraft(item)) return { ...base, itemType: item.meeting ? 5 : 4, conversationId: item.conversationId, seriesId: null };
  const sent = item.sentAt.getTime(), party = partyFor(house);
  return {
    ...base, itemType: item.itemClass === "IPM.Appointment" ? 2 : item.meeting ? 3 : 1, id: item.id, itemClass: item.itemClass, subject: item.subject, normalizedSubject: item.subject.replace(/^(?:(?:re|fwd?|aw|wg): ?)+/i, ""),
    conversationId: item.conversationId, internetMessageId: item.internetMessageId, dateTimeCreated: sent, dateTimeModified: sent, dateTimeSent: sent,
    from: party(item.from), sender: party(item.from), to: item.to.map(party), cc: item.cc.map(party), bcc: [], attachments: item.attachments.map(enclosed), seriesId: null, recurrence: null,
    ...item.meeting && { start: item.meeting.start.getTime(), end: item.meeting.end.getTime(), location: item.meeting.location, organizer: party(item.from), isAllDayEvent: false, sensitivity: "normal" },
  };
}

const partyFor = (house: string) => ({ name, address }: Party) => ({ name: name || address, address, recipientType: address.endsWith(`@${house}`) ? 2 : 3, appointmentResponse: 0 });
export const enclosed = ({ id, name, size, contentType, inline }: Pick<Enclosure, "id" | "name" | "size" | "contentType" | "inline">) => ({ id, name, attachmentType: 0, size, contentType, isInline: inline });
