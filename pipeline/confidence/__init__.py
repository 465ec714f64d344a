"""How sure each value is: calibrated on golds, written into its evidence; the unsure told as suggestions."""

from pipeline.confidence.apply import with_confidence
from pipeline.confidence.model import Calibration, load_calibration

__all__ = ["Calibration", "load_calibration", "with_confidence"]
