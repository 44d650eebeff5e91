/** Why a line has no price, by Dynamics' codes, as sentences. A discount list that does not apply leaves the price as it is; all others keep a quote from being activated. */
export const pricingProblems = {
  none: ["No pricing problem", 0], lineProblem: ["A line cannot be priced", 1], noPriceList: ["No price list is chosen", 2], priceListInactive: ["The price list is not in use, or not on this day", 3],
  noQuantity: ["The quantity is missing", 4], noUnitPrice: ["The price per unit is missing", 5], noProduct: ["The product is missing", 6], productNotSold: ["The product is not sold, or not on this day", 7],
  noMethod: ["The price list does not say how the price is made", 8], unknownMethod: ["The price list makes the price in an unknown way", 9], noUnit: ["The unit is missing", 10], notInPriceList: ["The product is not in the price list in this unit", 11],
  noAmount: ["The price list has no amount for the product", 12], noPercentage: ["The price list has no percentage for the product", 13], noListPrice: ["The product has no list price", 14],
  noCurrentCost: ["The product has no current cost", 15], noStandardCost: ["The product has no standard cost", 16], wrongAmount: ["The amount in the price list makes no sense", 17], wrongPercentage: ["The percentage in the price list makes no sense", 18],
  wrongListPrice: ["The list price makes no sense", 19], wrongCurrentCost: ["The current cost makes no sense", 20], wrongStandardCost: ["The standard cost makes no sense", 21], wrongRoundingPolicy: ["The rounding policy makes no sense", 22],
  wrongRoundingOption: ["The rounding option makes no sense", 23], wrongRoundingAmount: ["The rounding amount makes no sense", 24], failed: ["The price could not be worked out", 25], wrongDiscountList: ["The discount list does not fit", 26],
  discountListState: ["The discount list is in a wrong state", 27], wrongDiscount: ["The discount is more than the price", 28], wrongQuantity: ["This quantity is not sold", 29], wrongDecimals: ["The number of decimals makes no sense", 30],
  noDefaultUnit: ["The product has no default unit", 31], noUnitGroup: ["The product has no unit group", 32], discountListInactive: ["The discount list is not in use, so nothing is taken off", 33], otherCurrency: ["The price list is in another currency", 34],
  outOfRange: ["An amount is larger than can be kept", 35], overflow: ["The amount is too large in the base currency", 36], underflow: ["The amount is too small in the base currency", 37],
} as const satisfies Record<string, readonly [sentence: string, code: number]>;
export type PricingProblem = keyof typeof pricingProblems;

/** Whether a price may be offered all the same. */
export const harmless = (problem: string | undefined): boolean => problem === undefined || problem === "none" || problem === "discountListInactive";
