"""The command line: zhunsheng COMMAND."""
