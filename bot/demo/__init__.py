"""A fictional district council to try Milepost on."""
