#!/usr/bin/env bash
# Scans for the action of action.yml: annotations on standard output, a summary on the page of the run, SARIF and JSON as files.
# Ends with 0 whatever was found, so that what was found can be uploaded; the output `exit-code` says how the scan ended.
set -euo pipefail

reports="${RUNNER_TEMP:?}/persistence"
mkdir -p "$reports"
rm -f "$reports"/report.*

words=(--reporter github --reporter "sarif=$reports/report.sarif" --reporter "markdown=$reports/report.md" --reporter "json=$reports/report.json")
words+=(--max-findings "${SCAN_MAX_FINDINGS:-0}")

if [[ "${SCAN_ONLY_CHANGED:-false}" == true && -n "${GITHUB_BASE_REF:-}" ]]; then
  if ! git merge-base "origin/$GITHUB_BASE_REF" HEAD >/dev/null 2>&1; then
    echo "::error::only-changed needs the history up to origin/$GITHUB_BASE_REF: give actions/checkout fetch-depth: 0."
    echo "exit-code=2" >>"${GITHUB_OUTPUT:?}"
    exit 0
  fi
  words+=(--since "origin/$GITHUB_BASE_REF")
fi

# Quotes hold words together, as in a shell, and nothing is run or expanded.
if ! further=$(xargs -n1 printf '%s\n' <<<"${SCAN_ARGUMENTS:-}" 2>/dev/null); then
  echo "::error::arguments: $SCAN_ARGUMENTS: a quote is not closed. Write them as in a shell."
  echo "exit-code=2" >>"${GITHUB_OUTPUT:?}"
  exit 0
fi
while IFS= read -r word; do
  [[ -z "$word" ]] || words+=("$word")
done <<<"$further"

code=0
npx --no-install eslint-plugin-persistence scan "${words[@]}" || code=$?

{
  echo "exit-code=$code"
  [[ -f "$reports/report.sarif" ]] && echo "sarif=$reports/report.sarif"
  [[ -f "$reports/report.json" ]] && echo "json=$reports/report.json"
  true
} >>"${GITHUB_OUTPUT:?}"
if [[ -f "$reports/report.md" ]]; then cat "$reports/report.md" >>"${GITHUB_STEP_SUMMARY:?}"; fi
