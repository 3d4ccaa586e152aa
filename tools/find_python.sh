#!/bin/sh
# Print a Python of 3.11 or newer, or say in both languages that there is none.
for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        echo "$candidate"
        exit 0
    fi
done
found=$(python3 --version 2>/dev/null || echo none)
echo "需要 Python 3.11 或更高版本，找到的是：$found。请安装后重试，或者用 make PYTHON=/路径/python3.11 指定。" >&2
echo "Python 3.11 or newer is needed, found: $found. Install it and try again, or name it: make PYTHON=/path/to/python3.11" >&2
exit 1
