"""For all tests: properties are tried without a clock, since machines are shared and noisy."""

from hypothesis import HealthCheck, settings

settings.register_profile("rawi", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rawi")
