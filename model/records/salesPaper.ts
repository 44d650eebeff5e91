import { choice, date, email, flag, lines, money, number, phone, prose, ref, refs, text } from "../field.ts";
import { pricingProblems } from "../pricingProblem.ts";
import { deliveryLine, paperLine, salesLine } from "./salesLine.ts";
import { freightTerms, paymentTerms, shippingMethods } from "./shared.ts";

/** What an opportunity, quote, order or invoice adds up to. */
export const sums = {
  currency: ref("Currency", "currency", { gone: "refuse", dynamics: "transactioncurrencyid" }),
  /** As it was when the record was last saved open; sums over several currencies go by it. */
  exchangeRate: number("Exchange rate", { computed: true, decimals: 10, dynamics: "exchangerate" }),
  priceList: ref("Price list", "priceList", { gone: "refuse", dynamics: "pricelevelid" }),
  discountPercent: number("Discount in percent", { min: 0, max: 100, decimals: 5, dynamics: "discountpercentage" }),
  discount: money("Discount", { min: 0, dynamics: "discountamount" }),
  freight: money("Freight", { min: 0, dynamics: "freightamount" }),
  linesTotal: money("Lines total", { computed: true, dynamics: "totallineitemamount" }),
  lineDiscounts: money("Discounts on lines", { computed: true, dynamics: "totallineitemdiscountamount" }),
  discountTotal: money("Total discount", { computed: true, dynamics: "totaldiscountamount" }),
  lessFreight: money("Total before freight", { computed: true, dynamics: "totalamountlessfreight" }),
  tax: money("Total tax", { computed: true, dynamics: "totaltax" }),
  total: money("Total", { computed: true, dynamics: "totalamount" }),
  pricingProblem: choice("Pricing problem", pricingProblems, { computed: true, dynamics: "pricingerrorcode" }),
};
export const salesLines = lines("Products", salesLine);
export const paperLines = lines("Products", paperLine);
export const deliveryLines = lines("Products", deliveryLine);

const billTo = {
  billToName: text("Bill to", { max: 200, dynamics: "billto_name" }), billToContact: text("Contact", { max: 150, dynamics: "billto_contactname" }),
  billToStreet: text("Street", { max: 250, dynamics: "billto_line1" }), billToStreet2: text("Street 2", { max: 250, dynamics: "billto_line2" }), billToStreet3: text("Street 3", { max: 250, dynamics: "billto_line3" }),
  billToPostalCode: text("Postal code", { max: 20, dynamics: "billto_postalcode" }), billToCity: text("City", { max: 80, dynamics: "billto_city" }), billToState: text("State or province", { max: 50, dynamics: "billto_stateorprovince" }),
  billToCountry: text("Country", { max: 80, dynamics: "billto_country" }), billToPhone: phone("Phone", { dynamics: "billto_telephone" }), billToFax: phone("Fax", { dynamics: "billto_fax" }),
};
const shipTo = {
  shipToName: text("Ship to", { max: 200, dynamics: "shipto_name" }), shipToContact: text("Contact", { max: 150, dynamics: "shipto_contactname" }),
  shipToStreet: text("Street", { max: 250, dynamics: "shipto_line1" }), shipToStreet2: text("Street 2", { max: 250, dynamics: "shipto_line2" }), shipToStreet3: text("Street 3", { max: 250, dynamics: "shipto_line3" }),
  shipToPostalCode: text("Postal code", { max: 20, dynamics: "shipto_postalcode" }), shipToCity: text("City", { max: 80, dynamics: "shipto_city" }), shipToState: text("State or province", { max: 50, dynamics: "shipto_stateorprovince" }),
  shipToCountry: text("Country", { max: 80, dynamics: "shipto_country" }), shipToPhone: phone("Phone", { dynamics: "shipto_telephone" }), shipToFax: phone("Fax", { dynamics: "shipto_fax" }),
};

/** What quotes, orders and invoices have in common: for whom, on what terms, and where to. */
export const paper = {
  name: text("Name", { required: true, max: 300, dynamics: "name", find: true }),
  account: ref("Account", "account", { gone: "refuse", dynamics: "accountid" }),
  contact: ref("Contact", "contact", { gone: "refuse", dynamics: "contactid" }),
  opportunity: ref("Opportunity", "opportunity", { dynamics: "opportunityid" }),
  email: email("E-mail", { dynamics: "emailaddress" }),
  paymentTerms: choice("Payment terms", paymentTerms, { dynamics: "paymenttermscode" }),
  freightTerms: choice("Freight terms", freightTerms, { dynamics: "freighttermscode" }),
  shipping: choice("Shipping method", shippingMethods, { dynamics: "shippingmethodcode" }),
  willCall: flag("Picked up by the customer", { dynamics: "willcall" }),
  competitors: refs("Competitors", "competitor"),
  ...sums, ...billTo, ...shipTo,
  description: prose("Description", { dynamics: "description" }),
};
/** When the customer wants it, on quotes and orders. */
export const wanted = { deliverBy: date("Requested delivery", { dynamics: "requestdeliveryby" }) };

/** The form groups of a paper. */
export const paperGroups = [
  ["Money", ["discountPercent", "discount", "freight", "lessFreight", "tax", "total"]],
  ["Terms", ["paymentTerms", "freightTerms", "shipping", "willCall"]],
  ["Bill to", ["billToName", "billToContact", "billToStreet", "billToPostalCode", "billToCity", "billToCountry"]],
  ["Ship to", ["shipToName", "shipToContact", "shipToStreet", "shipToPostalCode", "shipToCity", "shipToCountry"]],
  ["More of bill to", ["billToStreet2", "billToStreet3", "billToState", "billToPhone", "billToFax"]],
  ["More of ship to", ["shipToStreet2", "shipToStreet3", "shipToState", "shipToPhone", "shipToFax"]],
] as const;

/** What one paper hands on to the next: everything that they have in common. */
export const handOn = (row: object): Record<string, unknown> =>
  Object.fromEntries([...Object.entries(paper).filter(([, field]) => !field.computed).map(([name]) => name), "owner"].filter(name => (row as Record<string, unknown>)[name] !== undefined).map(name => [name, (row as Record<string, unknown>)[name]]));
