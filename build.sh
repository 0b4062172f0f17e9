#!/usr/bin/env bash
# The one entry: ./build.sh COMMAND. Needs git and the .NET 10 SDK, works from any folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export MSBUILDDISABLENODEREUSE=1 # leaves no process behind that holds on to a pipe

readonly configuration=Release
readonly results=artifacts/test-results
passed=0
failed=0

main() {
  local command="${1:-help}"
  [ $# -eq 0 ] || shift
  if ! commands | grep -x -- "$command" >/dev/null; then
    usage
    [ "$command" = help ]
    return
  fi
  need_dotnet
  "run_$command" "$@"
}

# A command that has nothing to run does not exist.
commands() {
  echo restore
  echo build
  echo test
  echo format
  echo conformance
  echo fuzz
  if quickstart_exists; then echo quickstart; fi
  if samples_exist; then echo samples; fi
  if [ -d benchmarks/Hornet.Benchmarks ]; then echo bench; fi
  if packages_exist; then echo pack; fi
  echo ci
}

quickstart_exists() { [ -d samples/Quickstart ]; }
samples_exist() { [ -n "$(samples)" ]; }
packages_exist() { grep -qs '<IsPackable>true' src/*/*.csproj; }

usage() {
  cat <<'EOF'
usage: ./build.sh COMMAND
  restore              fetch the packages
  build                compile everything; warnings are errors
  test [FILTER]        run the tests, or those that a filter of dotnet test names:
                       ./build.sh test "FullyQualifiedName~DenseTests"
  format [ARGUMENTS]   format the code (--verify-no-changes only checks)
  conformance [PART]   run the reference cases, or a part: category[/group[/id]], --list-failed, --missing
EOF
  echo '  fuzz [COUNT [SEED]]  change saved files in so many ways, and load them'
  if quickstart_exists; then echo '  quickstart           train the first model on MNIST'; fi
  if samples_exist; then
    echo '  samples              run the other samples; one is compiled ahead of time, with clang or gcc'
  fi
  echo '  bench [WORKLOAD...]  measure Hornet and its peers side by side; more ways: docs/performance.md'
  if packages_exist; then echo '  pack                 make the NuGet packages, in artifacts/packages'; fi
  echo '  ci                   everything that must hold before a change is merged'
}

need_dotnet() {
  if ! command -v dotnet >/dev/null; then
    echo "build.sh: 'dotnet' was not found. Hornet needs the .NET 10 SDK: https://dot.net/download" >&2
    exit 1
  fi
  if ! dotnet --version >/dev/null 2>&1; then
    echo "build.sh: the .NET SDK that global.json asks for was not found. Hornet needs the .NET 10 SDK:" \
      "https://dot.net/download. Installed:" >&2
    (cd / && dotnet --list-sdks >&2)
    exit 1
  fi
}

run_restore() { dotnet restore Hornet.slnx; }

run_build() { dotnet build Hornet.slnx -c "$configuration" -warnaserror "$@"; }

# The configuration that was built: formatting needs the generators' output.
run_format() { Configuration="$configuration" dotnet format Hornet.slnx "$@"; }

run_test() {
  local status=0 project options=(-c "$configuration" --results-directory "$results")
  [ -z "${1:-}" ] || options+=(--filter "$1")
  rm -rf "$results"
  for project in tests/*/*.csproj; do
    dotnet test "$project" "${options[@]}" --logger "trx;LogFilePrefix=$(basename "$project" .csproj)" || status=1
  done
  return $status
}

run_conformance() { dotnet run --project tests/Hornet.Conformance -c "$configuration" -- "$@"; }

run_fuzz() { run_conformance --fuzz "$@"; }

run_quickstart() { dotnet run --project samples/Quickstart -c "$configuration" "$@"; }

run_samples() {
  local status=0 project
  for project in $(samples); do
    echo "== $project"
    if grep -q '<PublishAot>true' "$project"; then
      run_native "$project" || status=1
    else
      dotnet run --project "$project" -c "$configuration" || status=1
    fi
  done
  return $status
}

# Compiles a program ahead of time, with all of Hornet, and runs it: warnings about trimmed code are errors.
run_native() {
  local name output linker
  name="$(basename "$1" .csproj)"
  output="artifacts/$name"
  linker="$(linker)"
  if [ -z "$linker" ]; then
    echo "build.sh: $name is skipped: no linker was found. To compile ahead of time, install clang or gcc." >&2
    [ "${CI:-}" != true ]
    return
  fi
  dotnet publish "$1" -c "$configuration" -o "$output" -p:CppCompilerAndLinker="$linker" \
    -p:HornetPublishLibTorch=false -p:RootHornet=true && "$output/$name"
}

linker() { command -v clang || command -v gcc || true; }

# Every sample but the quickstart, which has a command of its own.
samples() { { compgen -G 'samples/*/*.csproj' || true; } | { grep -v '^samples/Quickstart/' || true; }; }

# Published, as what starts in a server is: compiled ahead of time (ReadyToRun), Hornet and its peers alike.
run_bench() {
  dotnet publish benchmarks/Hornet.Benchmarks -c "$configuration" --use-current-runtime --no-self-contained \
    -o artifacts/bench -v quiet || no_compiler "$?"
  artifacts/bench/Hornet.Benchmarks "$@"
}

# For each platform of libtorch's packages, an image that is compiled ahead of time goes beside the portable assembly.
run_pack() {
  local platform images="$PWD/artifacts/images"
  rm -rf "$images"
  for platform in linux-x64 win-x64 osx-arm64; do
    dotnet publish src/Hornet -c "$configuration" -r "$platform" --no-self-contained -p:HornetCompileAhead=true \
      -o "$images/$platform" -v quiet || no_compiler "$?"
    need_image "$images/$platform/Hornet.dll" src/Hornet/bin/"$configuration"/net10.0/"$platform"/Hornet.dll
  done
  dotnet restore Hornet.slnx
  dotnet pack Hornet.slnx -c "$configuration" -o artifacts/packages -p:HornetImages="$images"
}

# Machine code stands beside all that the portable assembly has.
need_image() {
  if [ "$(wc -c <"$1")" -lt $((2 * $(wc -c <"$2"))) ]; then
    echo "build.sh: expected $1 to be compiled ahead of time. It is no larger than the portable assembly." >&2
    exit 1
  fi
}

no_compiler() {
  echo "build.sh: nothing was published. If a package could not be fetched: compiling ahead of time needs" \
    "microsoft.netcore.app.crossgen2 and microsoft.netcore.app.runtime of this SDK's version, from NuGet." >&2
  exit "$1"
}

# The last line is "N passed, N failed": the tests, and the quickstart and the other samples as one each.
run_ci() {
  trap 'summary' EXIT
  step restore run_restore
  step build run_build --no-restore
  step format run_format --no-restore --verify-no-changes
  echo "== test"
  run_test && count_tests 0 || count_tests 1
  if quickstart_exists; then counted quickstart run_quickstart; fi
  if samples_exist; then counted samples run_samples; fi
  [ "$failed" -eq 0 ]
}

# Without this step the later ones mean nothing.
step() {
  echo "== $1"
  if ! "${@:2}"; then
    echo "build.sh: $1 failed" >&2
    failed=$((failed + 1))
    exit 1
  fi
}

counted() {
  echo "== $1"
  if "${@:2}"; then
    passed=$((passed + 1))
  else
    echo "build.sh: $1 failed" >&2
    failed=$((failed + 1))
  fi
}

# Adds up the counters of the result files. A run that failed and counts no failure (it crashed) is one.
count_tests() {
  local file bad=0
  for file in "$results"/*.trx; do
    [ -e "$file" ] || continue
    passed=$((passed + $(counter passed "$file")))
    bad=$((bad + $(counter executed "$file") - $(counter passed "$file")))
  done
  if [ "$1" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  failed=$((failed + bad))
}

counter() { sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2"; }

summary() {
  local status=$?
  echo "$passed passed, $failed failed"
  exit $status
}

main "$@"
