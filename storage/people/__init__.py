"""People, their companies, contacts, invitations and absences."""
