#!/usr/bin/env bash
# Kills the first pass over an archive two hundred times, as by kill -9, at random moments, and requires that
# every catalogue it leaves is sound and that the next pass completes it; likewise a reconcile of an archive
# whose files were written, renamed, removed and brought back; likewise a program that marks as fast
# as it can, of which no mark may be lost that it has answered for, and one that keeps pictures, of which each
# must be whole or absent. The default tests do so twelve times.
#
#     tests/killed.sh BUILD_DIR [TIMES]
set -euo pipefail

build=${1:?the build directory is missing}
export LECTERN_KILLS=${2:-200}
"$build/tst_killedmarks" -maxwarnings 0
"$build/tst_killedstore" -maxwarnings 0
exec "$build/tst_killedpass" -maxwarnings 0
