"""The top floor: settings, addresses and servers; the only room that knows every other one."""
