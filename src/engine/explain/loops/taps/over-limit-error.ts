// Thrown where an execution that counts rows has taken too long. What users read stands elsewhere.

/** The execution took longer than it may; the statement has been ended. */
export class OverLimit extends Error {
  constructor() {
    super('over the limit');
    this.name = 'OverLimit';
  }
}
