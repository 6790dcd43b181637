/** What lists sort and filter by, without reading the rows they skip. */
export const sql = `
CREATE INDEX casesByChange ON cases (changed, status);
CREATE INDEX casesByCreation ON cases (created, status);
CREATE INDEX casesByNumber ON cases (numberKey, status);
CREATE INDEX casesByTitle ON cases (titleKey, status);

CREATE INDEX comparisonsByScore ON comparisons (cosine) WHERE removedAt IS NULL;
CREATE INDEX comparisonsByChange ON comparisons (changed) WHERE removedAt IS NULL;
CREATE INDEX comparisonsByDecision ON comparisons (decision, cosine) WHERE removedAt IS NULL;
`
