#pragma once

#include <QComboBox>
#include <QFontDatabase>

// Chooses a family among the installed ones that can write a script, each shown in itself; or none, for the
// page's own.
class FontChooser final : public QComboBox
{
    Q_OBJECT

public:
    explicit FontChooser(QFontDatabase::WritingSystem script, QWidget *parent = nullptr);

    // Empty for none. One that is not installed is named all the same: it may come back.
    void setFamily(const QString &family);

Q_SIGNALS:
    void familyChosen(const QString &family);
};
