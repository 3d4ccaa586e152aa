#!/bin/sh
# Remove what can be made again. The data in var/ goes only when the person says so.
set -eu
cd "$(dirname "$0")/.."
rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
find src -name '*.mo' -delete
if [ -d var ] && [ -t 0 ]; then
    printf '%s' "同时删除 var/ 中的数据库、密钥、文件和报告？ Also remove the database, secrets, files and reports in var/? [y/N] "
    read -r answer
    case "$answer" in y | Y | yes) rm -rf var ;; esac
fi
