/** Every house rule over one checkout. */
import { forbiddenUses } from "./globals.mjs";
import { cycles, oraclesApart, wrongWays } from "./imports.mjs";
import { repositoryFaults } from "./repository.mjs";
import { readSources } from "./sources.mjs";

/**
 * Judges a checkout.
 * @param {string} root its folder
 * @returns {{programs: number, faults: {file: string, line: number, text: string}[]}}
 */
export function judgeHouse(root) {
  const sources = readSources(root);
  const faults = [
    ...wrongWays(sources),
    ...oraclesApart(sources),
    ...cycles(sources),
    ...forbiddenUses(sources),
    ...repositoryFaults(root),
  ];
  return { programs: sources.size, faults };
}
