"""A generator of static, multilingual claim archives: who said what, when, through whom."""
