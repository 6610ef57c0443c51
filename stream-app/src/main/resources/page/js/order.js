// In which order alerts stand, as comparators of what is shown of them.

export const newestFirst = (one, other) => other.openedAt - one.openedAt
  || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0);

/** Those of which it is not known come last. */
export const mostAtRiskFirst = (one, other) => risk(other) - risk(one) || newestFirst(one, other);

const risk = ({ valueAtRisk }) => valueAtRisk ?? -Number.MAX_VALUE;
