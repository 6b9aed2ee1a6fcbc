/** What the SQL is written for. */
export interface SqlOptions {
  readonly input: string
  readonly output: string
  /** The name of the input in the result. */
  readonly file: string
}

/**
 * Two statements, both of which take all threads: DuckDB numbers the rows of a table that it keeps. In one statement only a window numbers
 * rows, and all that stands before and behind one takes turns.
 */
export const storedSql = (options: SqlOptions): string[] => [
  `CREATE TEMP TABLE survey AS SELECT * FROM ${readCsv(options.input)}`,
  assessSql(options, 'SELECT rowid + 2 AS line, * FROM survey'),
]

/** One statement that holds no more than it works on: less work in all, by one thread. */
export const streamingSql = (options: SqlOptions): string[] => [
  assessSql(options, `SELECT row_number() OVER () + 1 AS line, * FROM ${readCsv(options.input)}`),
]

const readCsv = (input: string) =>
  `(SELECT * EXCLUDE (village) FROM read_csv(${text(input)}, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n', auto_detect = false, columns = {${COLUMN_TYPES}}))`

/**
 * The criteria and tables of `cn-2020` as SQL that writes tpa's own columns. NULL is a gap, and three-valued logic does most of what gaps
 * ask; a sum has its two ends, NULL where there is none. All decimals stay within 18 digits, which DuckDB counts in whole numbers of 64 bits.
 */
const assessSql = ({ output, file }: SqlOptions, survey: string): string => `
COPY (
  WITH
  numbered AS (${survey}),
  believed AS (
    SELECT * REPLACE (
      CASE WHEN insured_members > household_size THEN NULL ELSE insured_members END AS insured_members,
      CASE WHEN school_age_children > household_size THEN NULL ELSE school_age_children END AS school_age_children,
      CASE WHEN school_age_enrolled > school_age_children THEN NULL ELSE school_age_enrolled END AS school_age_enrolled
    ),
    coalesce(survey_date, DATE '2020-12-31') AS as_of
    FROM numbered
  ),
  ranges AS (
    SELECT *,
      (CASE WHEN as_of >= DATE '2020-01-01' THEN 4000 ELSE 3747 END)::DECIMAL(6, 2) AS poverty_line,
      as_of >= DATE '2020-01-01' AS near_in_time,
      wage_income + business_income + property_income + transfer_income - coalesce(business_expense, ${NOTHING}) AS most,
      coalesce(wage_income, ${NOTHING}) + coalesce(business_income, ${NOTHING}) + coalesce(property_income, ${NOTHING}) + coalesce(transfer_income, ${NOTHING}) - business_expense AS least,
      coalesce(household_size, 1) AS least_size
    FROM believed
  ),
  verdicts AS (
    SELECT *,
      CASE WHEN least >= poverty_line * household_size THEN true WHEN most < poverty_line * least_size THEN false END AS income,
      CASE WHEN least > poverty_line * household_size THEN true WHEN most <= poverty_line * least_size THEN false END AS income_above_line,
      CASE WHEN insured_members >= household_size THEN true WHEN insured_members < least_size THEN false END AS medical,
      housing_grade IN ('A', 'B') OR housing_remedy != 'none' AS housing,
      NOT water_shortage AND water_minutes <= 20 AND water_quality_safe AS water,
      CASE WHEN school_age_children = 0 THEN true WHEN school_age_children > 0 THEN school_age_enrolled >= school_age_children END AS education,
      CASE WHEN least >= 6000::DECIMAL(6, 2) * household_size THEN true WHEN most < 6000::DECIMAL(6, 2) * least_size THEN false END AS in_range
    FROM ranges
  ),
  tables AS (
    SELECT *,
      food_secure AND clothing_secure AND medical AND housing AND water AND education AS six,
      NOT near_in_time OR NOT risk OR in_range AS near_line
    FROM verdicts
  ),
  decided AS (
    SELECT *,
      six AND income AS entry,
      six AND income_above_line AS at_exit,
      CASE registration_status
        WHEN 'none' THEN CASE WHEN NOT entry THEN 'register' WHEN entry AND near_line THEN 'not_eligible' WHEN entry AND NOT near_line THEN 'monitor' ELSE 'verify' END
        WHEN 'registered' THEN CASE WHEN NOT at_exit THEN 'retain' WHEN at_exit THEN 'exit' ELSE 'verify' END
        WHEN 'exited' THEN CASE WHEN NOT entry THEN 're_register' WHEN entry AND near_line THEN 'stable' WHEN entry AND NOT near_line THEN 'monitor' ELSE 'verify' END
        ELSE 'verify'
      END AS decision,
      decision = 'verify' AS is_open,
      entry IS DISTINCT FROM false AND coalesce(registration_status, 'none') != 'registered' AS entry_turns,
      at_exit IS DISTINCT FROM false AND coalesce(registration_status, 'registered') = 'registered' AS exit_turns,
      entry_turns OR exit_turns AS turns,
      (entry_turns AND (income IS NULL OR (near_line IS NULL AND in_range IS NULL))) OR (exit_turns AND income_above_line IS NULL) AS money_turns
    FROM tables
  )
  SELECT
    household_id,
    decision,
    CASE WHEN is_open THEN CASE registration_status
      WHEN 'registered' THEN 'exit|retain'
      WHEN 'none' THEN CASE WHEN near_line THEN 'register|not_eligible' WHEN NOT near_line THEN 'register|monitor' WHEN entry THEN 'monitor|not_eligible' ELSE 'register|monitor|not_eligible' END
      WHEN 'exited' THEN CASE WHEN near_line THEN 're_register|stable' WHEN NOT near_line THEN 'monitor|re_register' WHEN entry THEN 'monitor|stable' ELSE 'monitor|re_register|stable' END
      ELSE concat_ws('|',
        CASE WHEN entry IS NOT true THEN 'register' END,
        CASE WHEN entry_turns AND near_line IS NOT true THEN 'monitor' END,
        CASE WHEN entry_turns AND near_line IS NOT false THEN 'not_eligible' END,
        CASE WHEN exit_turns THEN 'exit' END,
        CASE WHEN at_exit IS NOT true THEN 'retain' END,
        CASE WHEN entry IS NOT true THEN 're_register' END,
        CASE WHEN entry_turns AND near_line IS NOT false THEN 'stable' END)
    END END AS possible,
    CASE WHEN NOT (six IS true AND income IS true AND income_above_line IS true AND near_line IS true) THEN nullif(concat_ws('|',
      CASE WHEN NOT income AND coalesce(registration_status, 'none') != 'registered' THEN 'income' END,
      CASE WHEN NOT food_secure THEN 'food' END,
      CASE WHEN NOT clothing_secure THEN 'clothing' END,
      CASE WHEN NOT medical THEN 'medical' END,
      CASE WHEN NOT housing THEN 'housing' END,
      CASE WHEN NOT water THEN 'water' END,
      CASE WHEN NOT education THEN 'education' END,
      CASE WHEN NOT income_above_line AND coalesce(registration_status, 'registered') = 'registered' THEN 'income_above_line' END,
      CASE WHEN NOT near_line AND entry_turns THEN 'near_line' END
    ), '') END AS reasons,
    CASE WHEN is_open THEN ${NEEDS} END AS needs,
    as_of,
    'cn-2020@1.1.0' AS pack,
    ${verdict('income')},
    ${verdict('food_secure', 'food')},
    ${verdict('clothing_secure', 'clothing')},
    ${verdict('medical')},
    ${verdict('housing')},
    ${verdict('water')},
    CASE WHEN school_age_children = 0 THEN 'not_applicable' ELSE ${wordOf('education')} END AS education,
    ${verdict('income_above_line')},
    CASE WHEN NOT near_in_time THEN 'not_applicable' ELSE ${wordOf('near_line')} END AS near_line,
    ${verdict('electricity')},
    CASE WHEN least = most THEN least END AS net_income,
    CASE WHEN least = most THEN ((2 * (least * 100::DECIMAL(3, 0))::BIGINT + sign(least)::BIGINT * household_size) // (2 * household_size))::DECIMAL(14, 0) * 0.01::DECIMAL(2, 2) END AS income_per_capita,
    poverty_line,
    ${text(file)} AS file,
    line,
    NULL AS blocked
  FROM decided
) TO ${text(output)} (HEADER true)`

const TYPES: readonly (readonly [string, string])[] = [
  ['household_id', 'VARCHAR'],
  ['village', 'VARCHAR'],
  ['survey_date', 'DATE'],
  ['registration_status', 'VARCHAR'],
  ['household_size', 'SMALLINT'],
  ['wage_income', 'DECIMAL(10, 2)'],
  ['business_income', 'DECIMAL(10, 2)'],
  ['property_income', 'DECIMAL(10, 2)'],
  ['transfer_income', 'DECIMAL(10, 2)'],
  ['business_expense', 'DECIMAL(10, 2)'],
  ['food_secure', 'BOOLEAN'],
  ['clothing_secure', 'BOOLEAN'],
  ['insured_members', 'SMALLINT'],
  ['housing_grade', 'VARCHAR'],
  ['housing_remedy', 'VARCHAR'],
  ['water_minutes', 'DECIMAL(7, 1)'],
  ['water_shortage', 'BOOLEAN'],
  ['water_quality_safe', 'BOOLEAN'],
  ['electricity', 'BOOLEAN'],
  ['school_age_children', 'SMALLINT'],
  ['school_age_enrolled', 'SMALLINT'],
  ['risk', 'BOOLEAN'],
]

const NOTHING = '0::DECIMAL(10, 2)'

/** The facts that can still turn the decision, each with when it is asked for, in the order of the pack. */
const ASKED: readonly (readonly [string, string])[] = [
  ['registration_status', 'true'],
  ['wage_income', 'money_turns'],
  ['business_income', 'money_turns'],
  ['property_income', 'money_turns'],
  ['transfer_income', 'money_turns'],
  ['business_expense', 'money_turns'],
  ['food_secure', 'turns'],
  ['clothing_secure', 'turns'],
  ['insured_members', 'turns AND medical IS NULL'],
  ['housing_grade', 'turns AND housing IS NULL'],
  ['housing_remedy', 'turns AND housing IS NULL'],
  ['water_minutes', 'turns AND water IS NULL'],
  ['water_shortage', 'turns AND water IS NULL'],
  ['water_quality_safe', 'turns AND water IS NULL'],
  ['school_age_children', 'turns AND education IS NULL'],
  ['school_age_enrolled', 'turns AND education IS NULL'],
  ['risk', 'entry_turns AND near_line IS NULL'],
  ['household_size', '(money_turns OR (turns AND medical IS NULL))'],
]

const NEEDS = `nullif(concat_ws('|', ${ASKED.map(([fact, when]) => `CASE WHEN ${fact} IS NULL AND ${when} THEN '${fact}' END`).join(', ')}), '')`

const text = (value: string) => `'${value.replaceAll("'", "''")}'`
const COLUMN_TYPES = TYPES.map(([name, type]) => `${name}: '${type}'`).join(', ')

const wordOf = (name: string) =>
  `CASE WHEN ${name} THEN 'met' WHEN NOT ${name} THEN 'unmet' ELSE 'unknown' END`
const verdict = (name: string, column = name) => `${wordOf(name)} AS ${column}`
