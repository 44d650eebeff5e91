import { expect, it } from "@jest/globals";
import { parseManifest } from "../outlook/manifest.ts";

const xml = `<?xml version="1.0"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="MailApp">
  <Id>11111111-2222-4333-8444-555555555555</Id>
  <DisplayName DefaultValue="Dealwright"><Override Locale="zh-CN" Value="成单"/></DisplayName>
  <Permissions>ReadItem</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0"><Hosts><Host xsi:type="MailHost"><DesktopFormFactor>
    <FunctionFile resid="functions"/>
    <ExtensionPoint xsi:type="MessageComposeCommandSurface"><Control id="c"><Label resid="other"/><Action xsi:type="ExecuteFunction"><FunctionName>doIt</FunctionName></Action></Control></ExtensionPoint>
    <ExtensionPoint xsi:type="LaunchEvent"><LaunchEvents><LaunchEvent Type="OnMessageSend" FunctionName="onSend" SendMode="PromptUser"/></LaunchEvents><SourceLocation resid="functions"/></ExtensionPoint>
    <ExtensionPoint xsi:type="MessageReadCommandSurface"><OfficeTab id="TabDefault"><Group id="g"><Control xsi:type="Button" id="b"><Label resid="open"/>
      <Icon><bt:Image size="16" resid="i16"/><bt:Image size="32" resid="i32"/></Icon><Action xsi:type="ShowTaskpane"><SourceLocation resid="pane"/><SupportsPinning>true</SupportsPinning></Action></Control></Group></OfficeTab></ExtensionPoint>
  </DesktopFormFactor></Host></Hosts>
  <Resources><bt:Images><bt:Image id="i16" DefaultValue="https://crm.example/a/16.png"/><bt:Image id="i32" DefaultValue="https://crm.example/a/32.png"/></bt:Images>
    <bt:Urls><bt:Url id="functions" DefaultValue="https://crm.example/commands.html"/><bt:Url id="pane" DefaultValue="https://crm.example/taskpane.html"/></bt:Urls>
    <bt:ShortStrings><bt:String id="other" DefaultValue="Other"/><bt:String id="open" DefaultValue="Open Dealwright"><bt:Override Locale="zh-CN" Value="打开成单"/></bt:String></bt:ShortStrings></Resources></VersionOverrides>
</OfficeApp>`;

it("finds the buttons by what is shown, the functions, the events, and what the add-in may do", () => {
  expect(parseManifest(xml, "en-US")).toEqual({
    id: "11111111-2222-4333-8444-555555555555", name: "Dealwright", permission: "ReadItem", functions: "/commands.html", events: [{ name: "OnMessageSend", run: "onSend", sendMode: "PromptUser" }],
    buttons: {
      MessageRead: [{ id: "b", label: "Open Dealwright", icon: "/a/32.png", pane: "/taskpane.html", pinned: true }], MessageCompose: [{ id: "c", label: "Other", run: "doIt" }],
      AppointmentOrganizer: [], AppointmentAttendee: [],
    },
  });
});
it("speaks the language of Outlook where the manifest does", () => {
  expect(parseManifest(xml, "zh-CN")).toMatchObject({ name: "成单", buttons: { MessageRead: [{ label: "打开成单" }] } });
  expect(parseManifest(xml, "de-DE")).toMatchObject({ name: "Dealwright" });
});
it("makes do with a manifest that is not to be read", () => { expect(parseManifest("not xml", "en-US")).toMatchObject({ name: "Dealwright", permission: "ReadWriteItem" }); });
