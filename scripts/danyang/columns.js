// @ts-check

/** The header of danyang.csv, in order. */
const COLUMNS = /** @type {const} */ ([
  'household_id',
  'province',
  'county',
  'township',
  'village',
  'survey_date',
  'registration_status',
  'household_size',
  'wage_income',
  'business_income',
  'property_income',
  'transfer_income',
  'business_expense',
  'net_income',
  'income_per_capita',
  'earmarked_grants',
  'food_secure',
  'clothing_secure',
  'insured_members',
  'housing_grade',
  'housing_remedy',
  'water_minutes',
  'water_shortage',
  'water_quality_safe',
  'electricity',
  'school_age_children',
  'school_age_enrolled',
  'risk',
  'main_cause',
])

/** @typedef {(typeof COLUMNS)[number]} Column */
/** @typedef {Record<Column, string>} Row Cells as they stand in the file; an empty text is a blank. */

/**
 * @param {readonly Row[]} rows
 * @returns {string} CSV in UTF-8 with LF
 */
export const csvOf = (rows) =>
  [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => row[column]).join(',')), ''].join('\n')
