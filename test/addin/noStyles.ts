/** In place of a stylesheet: tests in jsdom look at what is said, those in Chromium at how it looks. */
export default {};
