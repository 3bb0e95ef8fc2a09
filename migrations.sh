#!/usr/bin/env bash
# Makes a pair of migrations, one for each database: ./migrations.sh NameOfTheChange
set -euo pipefail
cd "$(dirname "$0")"
name=${1:?Name the change, like ./migrations.sh Requests}
dotnet tool restore >/dev/null
dotnet build src/Gongkai.Web -v q
for db in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --project src/Gongkai.Web --context "${db}GongkaiDb" --output-dir "Platform/Storage/Migrations/$db"
done
