"""网格排查与人民调解: disputes found by the grid or brought by the parties, and their mediation."""
