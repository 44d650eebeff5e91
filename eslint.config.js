import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist", "data", "coverage", ".cache", "shots"] },
  js.configs.recommended,
  { files: ["**/*.{ts,tsx}"], extends: [tseslint.configs.recommended], rules: {
    "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    "@typescript-eslint/no-explicit-any": "off",
    "@typescript-eslint/no-empty-object-type": "off",
    "no-console": "error",
    "no-control-regex": "off",
    "no-irregular-whitespace": "off",
  } },
  { files: ["**/*.{ts,tsx}"], ignores: ["test/**"], languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } }, rules: {
    "@typescript-eslint/no-floating-promises": "error",
    "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
    "@typescript-eslint/await-thenable": "error",
  } },
  { files: ["addin/**/*.{ts,tsx}"], plugins: { "react-hooks": hooks }, rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" } },
  { files: ["server/docs/*.js"], languageOptions: { globals: { document: "readonly", fetch: "readonly", performance: "readonly", URLSearchParams: "readonly" } } }, // runs in a browser
  { files: ["test/**", "*.js"], rules: { "no-console": "off" }, languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } } },
);
