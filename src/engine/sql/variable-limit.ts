// How many variables a statement may have. The same in both builds; neither lets a caller ask.

/** SQLITE_MAX_VARIABLE_NUMBER (https://www.sqlite.org/limits.html). */
export const maxVariables = 32766;
