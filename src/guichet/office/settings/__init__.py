"""Settings: base, dev, test, prod; typed readers that refuse bad values."""
