"""The tests; this file makes `tests.browser.chromium` and its like importable."""
