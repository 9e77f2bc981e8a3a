"""What rules say of real documents, labelled true or false by eye."""
