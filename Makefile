# 准绳 Zhunsheng. `make` alone lists what can be made.

SHELL := /bin/sh
BIN := .venv/bin
PORT ?=
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help demo setup test lint format bench screenshots lock clean base dev

help: ## 列出可用的命令 · list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

demo: base ## 安装、生成示例年度并在本机打开服务 · install, build the sample year, serve it here (PORT=8000)
	@ZHUNSHENG_PORT=$(PORT) exec $(BIN)/zhunsheng demo

setup: base ## 同 demo，但不启动服务 · everything demo does but the serving
	@$(BIN)/zhunsheng setup

test: dev ## 全部测试 · all tests (PYTEST="-k foi" for some)
	@$(BIN)/python -m pytest -n 2 -q $(PYTEST)

lint: dev ## 格式、类型、依赖方向、迁移 · style, types, who imports whom, migrations
	@$(BIN)/python tools/lint.py

format: dev ## 整理代码格式 · put the code in order
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

bench: dev ## 速度，同一次运行内的比值 · speed, as ratios within one run
	@$(BIN)/zhunsheng bench

screenshots: dev ## 给示例年度的页面拍照 · pictures of the sample year's pages
	@$(BIN)/zhunsheng screenshots

lock: dev ## 重新锁定依赖版本 · lock the versions of what we use anew
	@$(BIN)/python tools/lock.py

clean: ## 删除虚拟环境、缓存和示例数据 · remove the environment, caches and sample data (asks about var/)
	@sh tools/clean.sh

base:
	@python=$$(sh tools/find_python.sh) && "$$python" tools/bootstrap.py base && $(BIN)/python tools/catalogues.py

dev:
	@python=$$(sh tools/find_python.sh) && "$$python" tools/bootstrap.py dev && $(BIN)/python tools/catalogues.py
