#!/usr/bin/env bash
# All that must hold: types, lint, build, tests. Prints how many tests passed and failed as its last line.
set -uo pipefail
cd "$(dirname "$0")/../.."
bash test/setup/machine.sh || exit 1
status=0
run() { echo "── $1"; shift; local began=$SECONDS; "$@" || { status=1; echo "   failed: $*"; }; echo "   $((SECONDS - began)) s"; }
run "types" npx --no-install tsc
run "lint" npx --no-install eslint . --max-warnings 0
run "build the add-in" npx --no-install webpack --mode production
run "build the simulated Outlook" npx --no-install webpack --mode production --config test/outlook/webpack.config.js
mkdir -p .cache
run "tests" node --experimental-vm-modules --disable-warning=ExperimentalWarning node_modules/jest/bin/jest.js --maxWorkers=2 --json --outputFile=.cache/jest.json
node -e 'const r=JSON.parse(require("fs").readFileSync(".cache/jest.json"));console.log(`${r.numPassedTests} passed, ${r.numFailedTests+r.numRuntimeErrorTestSuites} failed`)'
exit $status
