/** Four projects: what is pure, what serves, what is drawn, and whole tales in Chromium. */
const project = (displayName, folders, testEnvironment = "node") => ({
  displayName,
  testEnvironment,
  testMatch: folders.map(folder => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`),
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  moduleNameMapper: { "\\.css$": "<rootDir>/test/addin/noStyles.ts" },
  transform: { "^.+\\.tsx?$": ["@swc/jest", { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } } }, module: { type: "es6" } }] },
});
export default {
  projects: [
    project("model", ["model"]),
    project("server", ["server", "house"]),
    project("addin", ["addin"], "jsdom"),
    project("story", ["story"]),
  ],
  testTimeout: 60_000,
};
