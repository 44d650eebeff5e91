import { lines, number, text } from "../field.ts";

/** What is said of a file wherever a record holds one. */
export const fileFacts = {
  name: text("File name", { required: true, max: 255 }),
  size: number("Size", { min: 0 }),
  hash: text("Hash", { max: 64 }),
  type: text("File type", { max: 200 }),
};

/** Files that go with a record: their names here, their content in the store under its hash (SHA-256). A line without a hash only tells that there was one. */
export const files = lines("Files", fileFacts);
