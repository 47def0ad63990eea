"""What the rooms' doors for programs share: schemas, pages, problems and the right to knock."""
