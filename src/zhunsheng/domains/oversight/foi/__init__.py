"""政府信息公开: requests for government information and the answers to them."""
