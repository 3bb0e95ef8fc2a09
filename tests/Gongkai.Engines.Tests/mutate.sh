#!/usr/bin/env bash
# Mutation score of one folder of the engines, or of a part of it: ./mutate.sh WorkingDays, ./mutate.sh ReportChecks "**/ReportChecks/Dates/*.cs".
# docs/engines/mutation.md says what the numbers mean.
set -euo pipefail
cd "$(dirname "$0")"
folder=${1:?name a folder: WorkingDays, ReportChecks or Screening}
export MutatedFolder=$folder CsCheck_Iter=20 DOTNET_TieredPGO=0 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet tool restore >/dev/null
exec dotnet dotnet-stryker --mutate "${2:-**/$folder/**/*.cs}" "${@:3}"
