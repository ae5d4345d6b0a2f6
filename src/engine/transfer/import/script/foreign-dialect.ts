// Guesses which other database a failing script was written for, to explain the failure.
// Only asked after SQLite refused a statement: SQL that SQLite takes is nobody else's.

interface Dialect {
  name: string;
  signs: RegExp;
}

const dialects: readonly Dialect[] = [
  {
    name: 'MySQL or MariaDB',
    signs:
      /\/\*!\d{5}|\bENGINE\s*=|\bAUTO_INCREMENT\b|\bLOCK TABLES\b|\bSET NAMES\b|-- MySQL dump|-- MariaDB dump|\bUNSIGNED\b|^\s*DELIMITER\s|\bSET\s+@|\bSET\s+SQL_MODE|^\s*USE\s/im,
  },
  {
    name: 'PostgreSQL',
    signs:
      /\bpg_catalog\b|-- PostgreSQL database dump|^COPY\s.+FROM stdin|::\w+|\bOWNER TO\b|\bnextval\s*\(|\bstatement_timeout\b|\bBIGSERIAL\b|\bCREATE (EXTENSION|SEQUENCE|TYPE|SCHEMA|FUNCTION)\b|\bALTER TABLE ONLY\b|\bLANGUAGE plpgsql\b/im,
  },
  {
    name: 'SQL Server',
    signs:
      /^\s*GO\s*$|\[dbo\]|\bIDENTITY\s*\(|\bNVARCHAR\s*\(\s*MAX|\bSET (ANSI_NULLS|IDENTITY_INSERT)\b/im,
  },
  { name: 'Oracle', signs: /\bVARCHAR2\b|\bNUMBER\s*\(\d|\bSYSDATE\b|\bNOLOGGING\b/i },
];

/** A sentence on whose SQL it looks like, and what to do; null when nothing tells. */
export function dialectHint(...texts: string[]): string | null {
  const found = dialects.find(({ signs }) => texts.some((text) => signs.test(text)));
  if (!found) return null;
  return `The script looks like a dump of ${found.name}, whose SQL SQLite does not understand. Convert it, or export the tables as CSV and open those.`;
}
