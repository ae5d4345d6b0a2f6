// The content hash of every example under its own recipe: the same on every machine and in the browser.
// A hash that changes means that old links no longer give their data: then the generators need a
// new version, not the test a new hash.

export const contentHashes: Readonly<Record<string, string>> = {
  'products-and-orders': '31e952011ab1593a',
  'practice-exercise': 'd28999164ce9dc83',
  'join-without-index': '907f9df9bebd7d96',
  'covering-index': 'c619dda139d6162f',
};
