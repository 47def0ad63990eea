"""What may change in the library: one public function per decision."""
