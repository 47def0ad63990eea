"""What this room stores about people: nothing."""

from donghanh.core.personal_data import no_people

no_people("legal.Topic")
