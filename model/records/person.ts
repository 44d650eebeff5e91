/** The name as people write it: family name first and unspaced in Chinese, given name first elsewhere. */
export const nameOf = (row: { firstName?: string; middleName?: string; lastName?: string }): string => {
  const { firstName, middleName, lastName } = row;
  const eastern = /\p{Script=Han}/u.test(`${firstName ?? ""}${lastName ?? ""}`);
  return eastern ? `${lastName ?? ""}${firstName ?? ""}` : [firstName, middleName, lastName].filter(Boolean).join(" ");
};
