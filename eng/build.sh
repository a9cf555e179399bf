# Sourced by ./fazhang, ./start and ./test. Builds the release programs when a source is newer than the last build.
# FAZHANG_HOME is the checkout; the build is stamped with the newest source, so nothing changed means nothing built.
export FAZHANG_HOME="$here"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# A fresh Debian has no ICU; the build needs none either.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
stamp="$here/artifacts/build.stamp"

if ! command -v dotnet >/dev/null; then
  echo "没有找到 dotnet。请先安装 .NET SDK 10（https://dotnet.microsoft.com）。" >&2
  exit 2
fi

build() { # project, label
  local changed
  if [ -f "$stamp.$2" ]; then
    changed=$(find "$here/src" "$here"/Directory.*.props "$here/.editorconfig" "$here/global.json" \
      \( -name bin -o -name obj \) -prune -o -type f -newer "$stamp.$2" -print -quit)
    [ -z "$changed" ] && return 0
  fi
  mkdir -p "$here/artifacts"
  touch "$stamp.$2.new"
  echo "正在编译（首次约需半分钟）…" >&2
  if ! dotnet build "$here/$1" -c Release -v quiet --nologo -p:RunAnalyzers=false -p:GenerateDocumentationFile=false >"$here/artifacts/build-$2.log" 2>&1; then
    cat "$here/artifacts/build-$2.log" >&2
    echo "编译失败，原因见上。" >&2
    exit 2
  fi
  mv "$stamp.$2.new" "$stamp.$2"
}
