"""Chapter 8, a society under law built together: 共建共治共享."""
