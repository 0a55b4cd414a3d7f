#include "ui/aboutbox.h"

#include <QApplication>
#include <QMessageBox>

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(AboutBox)
};
}

void showAboutBox(QWidget *window)
{
    QMessageBox::about(
        window, Text::tr("About Lectern"),
        Text::tr("<h3>Lectern %1</h3><p>A reader for folders of articles.</p>"
                 "<p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QApplication::applicationVersion()));
}
