"""Show and ask: the windows of the desk. Nothing is decided or reckoned here.

`main_window` puts the parts together and lists the features that its menus need. Below it stand,
each knowing only those under it: `blocks`, `compare`, `going`, `notes`, `preview` and `starts`;
`desk`; `months`; `explain`; `page`, the heart; `look`. `edges` says what the desk asks of the
store, the paper and the files, which `focusdesk.app` provides.
"""
