import { expect, it } from "@jest/globals";
import { parseManifest } from "../outlook/manifest.ts";

const xml = `<?xml version="1.0"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="MailApp">
  <Id>11111111-2222-4333-8444-555555555555</Id>
  <DisplayName DefaultValue="Dealwright"><Override Locale="zh-CN" Value="成单"/></DisplayName>
  <Permissions>ReadItem</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0"><Hosts><Host xsi:type="MailHost"><DesktopFormFactor>
    <ExtensionPoint xsi:type="MessageComposeCommandSurface"><Control><Label resid="other"/></Control></ExtensionPoint>
    <ExtensionPoint xsi:type="MessageReadCommandSurface"><OfficeTab id="TabDefault"><Group id="g"><Control xsi:type="Button" id="b"><Label resid="open"/>
      <Icon><bt:Image size="16" resid="i16"/><bt:Image size="32" resid="i32"/></Icon><Action xsi:type="ShowTaskpane"><SourceLocation resid="pane"/></Action></Control></Group></OfficeTab></ExtensionPoint>
  </DesktopFormFactor></Host></Hosts>
  <Resources><bt:Images><bt:Image id="i16" DefaultValue="https://crm.example/a/16.png"/><bt:Image id="i32" DefaultValue="https://crm.example/a/32.png"/></bt:Images>
    <bt:Urls><bt:Url id="pane" DefaultValue="https://crm.example/taskpane.html"/></bt:Urls>
    <bt:ShortStrings><bt:String id="other" DefaultValue="Other"/><bt:String id="open" DefaultValue="Open Dealwright"><bt:Override Locale="zh-CN" Value="打开成单"/></bt:String></bt:ShortStrings></Resources></VersionOverrides>
</OfficeApp>`;

it("finds the button of a message being read: its words, its picture, its pane, and what the add-in may do", () => {
  expect(parseManifest(xml, "en-US")).toEqual({ id: "11111111-2222-4333-8444-555555555555", name: "Dealwright", button: "Open Dealwright", icon: "/a/32.png", pane: "/taskpane.html", permission: "ReadItem" });
});
it("speaks the language of Outlook where the manifest does", () => {
  expect(parseManifest(xml, "zh-CN")).toMatchObject({ name: "成单", button: "打开成单" });
  expect(parseManifest(xml, "de-DE")).toMatchObject({ name: "Dealwright" });
});
it("makes do with a manifest that is not to be read", () => { expect(parseManifest("not xml", "en-US")).toMatchObject({ name: "Dealwright", permission: "ReadWriteItem" }); });
