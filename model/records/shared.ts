import { choice, date, email, flag, link, money, phone, prose, ref, text } from "../field.ts";

/** Option sets that several record types share, with Dynamics' values. */
export const sources = {
  advertisement: ["Advertisement", 1], employeeReferral: ["Employee referral", 2], externalReferral: ["External referral", 3],
  partner: ["Partner", 4], publicRelations: ["Public relations", 5], seminar: ["Seminar", 6], tradeShow: ["Trade show", 7],
  web: ["Web", 8], wordOfMouth: ["Word of mouth", 9], other: ["Other", 10],
} as const;
export const ratings = { hot: ["Hot", 1], warm: ["Warm", 2], cold: ["Cold", 3] } as const;
const industries = {
  accounting: ["Accounting", 1], agriculture: ["Agriculture and natural resources", 2], broadcasting: ["Broadcasting and publishing", 3],
  brokers: ["Brokers", 4], buildingSupply: ["Building supply retail", 5], businessServices: ["Business services", 6], consulting: ["Consulting", 7],
  consumerServices: ["Consumer services", 8], design: ["Design and creative management", 9], distributors: ["Distributors and dispatchers", 10],
  doctors: ["Doctors' offices and clinics", 11], durables: ["Durable manufacturing", 12], eating: ["Eating and drinking places", 13],
  entertainment: ["Entertainment retail", 14], equipmentRental: ["Equipment rental and leasing", 15], financial: ["Financial services", 16],
  food: ["Food and tobacco processing", 17], inboundCapital: ["Capital-intensive processing", 18], inboundRepair: ["Repair services", 19],
  insurance: ["Insurance", 20], legal: ["Legal services", 21], nonDurables: ["Non-durable retail", 22], outbound: ["Outbound consumer services", 23],
  petrochemical: ["Petrochemicals", 24], serviceRetail: ["Service retail", 25], affiliations: ["Social and professional associations", 26],
  socialServices: ["Social services", 27], specialTrade: ["Special outbound trade contractors", 28], specialty: ["Specialty realty", 29],
  transportation: ["Transportation", 30], utility: ["Utilities", 31], vehicles: ["Vehicle retail", 32], wholesale: ["Wholesale", 33],
} as const;

/** A person's names, as leads and contacts carry them. */
export const personNames = {
  salutation: text("Salutation", { max: 100, dynamics: "salutation" }),
  firstName: text("First name", { max: 50, dynamics: "firstname" }),
  middleName: text("Middle name", { max: 50, dynamics: "middlename" }),
  lastName: text("Last name", { required: true, max: 50, dynamics: "lastname", find: true }),
  jobTitle: text("Job title", { max: 100, dynamics: "jobtitle" }),
};

/** Three addresses: a sender is looked up under each. */
export const emails = {
  email: email("E-mail", { dynamics: "emailaddress1", find: true }),
  email2: email("E-mail 2", { dynamics: "emailaddress2" }),
  email3: email("E-mail 3", { dynamics: "emailaddress3" }),
};

/** A postal address; `n` is Dynamics' number of it. */
export const address = {
  street: text("Street", { max: 250, dynamics: "address1_line1" }),
  street2: text("Street 2", { max: 250, dynamics: "address1_line2" }),
  street3: text("Street 3", { max: 250, dynamics: "address1_line3" }),
  city: text("City", { max: 80, dynamics: "address1_city" }),
  state: text("State or province", { max: 50, dynamics: "address1_stateorprovince" }),
  postalCode: text("Postal code", { max: 20, dynamics: "address1_postalcode" }),
  country: text("Country", { max: 80, dynamics: "address1_country" }),
};

/** Where else they are. */
export const address2 = {
  otherName: text("Name of the other address", { max: 100, dynamics: "address2_name" }),
  otherStreet: text("Other street", { max: 250, dynamics: "address2_line1" }),
  otherStreet2: text("Other street 2", { max: 250, dynamics: "address2_line2" }),
  otherStreet3: text("Other street 3", { max: 250, dynamics: "address2_line3" }),
  otherCity: text("Other city", { max: 80, dynamics: "address2_city" }),
  otherState: text("Other state or province", { max: 50, dynamics: "address2_stateorprovince" }),
  otherPostalCode: text("Other postal code", { max: 20, dynamics: "address2_postalcode" }),
  otherCountry: text("Other country", { max: 80, dynamics: "address2_country" }),
};
export const addressGroups = [["Other address", ["otherStreet", "otherStreet2", "otherPostalCode", "otherCity", "otherState", "otherCountry"]], ["More of the addresses", ["otherName", "otherStreet3"]]] as const;

/** When somebody likes to be visited or called. */
export const preferences = {
  preferredDay: choice("Preferred day", { sunday: ["Sunday", 0], monday: ["Monday", 1], tuesday: ["Tuesday", 2], wednesday: ["Wednesday", 3], thursday: ["Thursday", 4], friday: ["Friday", 5], saturday: ["Saturday", 6] }, { dynamics: "preferredappointmentdaycode" }),
  preferredTime: choice("Preferred time", { morning: ["Morning", 1], afternoon: ["Afternoon", 2], evening: ["Evening", 3] }, { dynamics: "preferredappointmenttimecode" }),
  preferredUser: ref("Preferred colleague", "user", { dynamics: "preferredsystemuserid" }),
};

/** What a customer may owe, and how they pay. */
export const credit = {
  creditLimit: money("Credit limit", { min: 0, dynamics: "creditlimit" }),
  creditOnHold: flag("Credit on hold", { dynamics: "creditonhold" }),
  paymentTerms: choice("Payment terms", { net30: ["Net 30", 1], discount10: ["2% 10, net 30", 2], net45: ["Net 45", 3], net60: ["Net 60", 4] }, { dynamics: "paymenttermscode" }),
  currency: ref("Currency", "currency", { gone: "refuse", dynamics: "transactioncurrencyid" }),
};

/** What a person or a company wants not to receive. */
export const permissions = {
  doNotEmail: flag("Do not e-mail", { dynamics: "donotemail" }),
  doNotBulkEmail: flag("No mailings", { dynamics: "donotbulkemail" }),
  doNotPhone: flag("Do not phone", { dynamics: "donotphone" }),
  doNotFax: flag("Do not fax", { dynamics: "donotfax" }),
  doNotPost: flag("No post", { dynamics: "donotpostalmail" }),
  doNotSendMaterial: flag("No marketing material", { dynamics: "donotsendmm" }),
  preferredChannel: choice("Preferred channel", { any: ["Any", 1], email: ["E-mail", 2], phone: ["Phone", 3], fax: ["Fax", 4], post: ["Post", 5] }, { dynamics: "preferredcontactmethodcode" }),
};

export const firmographic = {
  industry: choice("Industry", industries, { dynamics: "industrycode" }),
  revenue: money("Annual revenue", { dynamics: "revenue" }),
  website: link("Website", { dynamics: "websiteurl" }),
  fax: phone("Fax", { dynamics: "fax" }),
};

/** What a rep finds out before a deal: on the lead first, carried on to the opportunity. */
export const qualification = {
  budget: money("Budget", { dynamics: "budgetamount" }),
  budgetStatus: choice("Budget status", { none: ["No committed budget", 0], mayBuy: ["May buy", 1], canBuy: ["Can buy", 2], willBuy: ["Will buy", 3] }, { dynamics: "budgetstatus" }),
  need: choice("Need", { must: ["Must have", 0], should: ["Should have", 1], good: ["Good to have", 2], none: ["No need", 3] }, { dynamics: "need" }),
  timeframe: choice("Purchase timeframe", { immediate: ["Immediate", 0], thisQuarter: ["This quarter", 1], nextQuarter: ["Next quarter", 2], thisYear: ["This year", 3], unknown: ["Unknown", 4] }, { dynamics: "purchasetimeframe" }),
  purchaseProcess: choice("Purchase process", { individual: ["Individual", 0], committee: ["Committee", 1], unknown: ["Unknown", 2] }, { dynamics: "purchaseprocess" }),
  decisionMaker: flag("Decision maker known", { dynamics: "decisionmaker" }),
  qualificationComments: prose("Qualification comments", { dynamics: "qualificationcomments" }),
  closeDate: date("Expected close", { dynamics: "estimatedclosedate" }),
};

/** What is in use or not, and how it changes. */
export const standing = { active: { label: "Active", code: 0, reasons: { active: ["Active", 1] } }, inactive: { label: "Inactive", code: 1, reasons: { inactive: ["Inactive", 2] } } } as const;
export const standingButtons = { deactivate: "Deactivate", activate: "Activate" } as const;
export const standingVerbs = { deactivate: { from: ["active"], to: "inactive" }, activate: { from: ["inactive"], to: "active" } } as const;

export const freightTerms = { fob: ["FOB", 1], noCharge: ["No charge", 2] } as const;
export const paymentTerms = { net30: ["Net 30", 1], discount10: ["2% 10, net 30", 2], net45: ["Net 45", 3], net60: ["Net 60", 4] } as const;
export const shippingMethods = { airborne: ["Airborne", 1], dhl: ["DHL", 2], fedEx: ["FedEx", 3], ups: ["UPS", 4], post: ["Postal mail", 5], fullLoad: ["Full load", 6], willCall: ["Will call", 7] } as const;
