/** Where a scenario stands in the page. */
export const scenarioId = (name: string): string => `scenario-${name}`;
